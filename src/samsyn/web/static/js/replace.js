/* Writes the guard's suggestion in place of what it stopped; the form then saves as after any other change. */
export default function replace(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.field);
    field.value = field.value.split(button.dataset.find).join(button.dataset.with);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}
