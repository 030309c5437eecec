// A decision is left in the form as hidden fields until the form is sent. They are meant for that one sending: autosave
// must not carry them, and a sending that came to nothing must not leave them for the next button.
const form = document.querySelector("[data-edit-form]");
const LEFT = "input[type=hidden]:is([name=action-workflow-action], [name=workflow-action-name], [name=workflow-action-extra-data])";

function forget() {
  for (const field of form.querySelectorAll(LEFT)) field.remove();
}

if (form) {
  document.addEventListener("w-autosave:save", (event) => {
    if (event.detail?.formData?.has("action-workflow-action")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-edit-form] button[type=submit], [data-edit-form] [name^=action-]")) forget();
  }, { capture: true });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) forget();
  });
}
