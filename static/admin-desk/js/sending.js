// One sending at a time. Autosave notes what the form holds half a second before it sends it: beside the form itself,
// the older words would arrive after the newer ones. And a new page that autosave is making would be made twice.
const form = document.querySelector("[data-edit-form]");
// Autosave's last announcement that nothing has answered yet, and the submission that waits for the answer.
let announced = null;
let held = null;
let isSent = false;

const isOnItsWay = () => {
  const pause = Number(form.dataset.wAutosaveIntervalValue || 500);
  return Boolean(announced) && !announced.defaultPrevented && performance.now() - announced.timeStamp >= pause;
};

// The button says what is to be done, and is not heard while it shows that it is busy.
const sendWith = (button) => {
  const isBusy = button?.disabled;
  if (isBusy) button.disabled = false;
  form.requestSubmit(button);
  if (isBusy) button.disabled = true;
};

const answered = () => {
  announced = null;
  const waiting = held;
  held = null;
  if (waiting) sendWith(waiting.submitter);
};

if (form) {
  document.addEventListener("w-autosave:save", (event) => {
    if (isSent) event.preventDefault();
    else announced = event;
  });
  for (const name of ["w-autosave:success", "w-autosave:error"]) document.addEventListener(name, answered);
  // After every other listener: one of them may have stopped the form.
  window.addEventListener("submit", (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    if (isOnItsWay()) {
      event.preventDefault();
      held = event;
      return;
    }
    isSent = true;
    announced?.preventDefault();
  });
  // Whoever types on is still here: the sending was broken off, or the line is slow.
  window.addEventListener("input", () => { isSent = false; });
  // So is whoever came back to a page that the browser kept; what was under way there is not any more.
  window.addEventListener("pageshow", () => {
    isSent = false;
    announced = null;
  });
}
