// One sending at a time. Autosave notes what the form holds half a second before it sends it: beside the form itself,
// the older words would arrive after the newer ones. A new page that autosave or an earlier press is making would be
// made twice, and what is typed while the form is on its way would be lost with the page.
const form = document.querySelector("[data-edit-form]");
// Milliseconds: how long the form waits for autosave's answer, and how long it is believed to be on its way itself.
const LONGEST_WAIT = 10_000;
const LONGEST_WAY = 20_000;
// Autosave's last announcement that nothing has answered yet, and the submission that waits for the answer.
let announced = null;
let held = null;
let isSent = false;
let limit = null;

const autosaveIsOnItsWay = () => {
  const pause = Number(form.dataset.wAutosaveIntervalValue || 500);
  return Boolean(announced) && !announced.defaultPrevented && performance.now() - announced.timeStamp >= pause;
};

const startOver = () => {
  clearTimeout(limit);
  announced = null;
  held = null;
  isSent = false;
  form.inert = false;
};

const answered = () => {
  announced = null;
  if (!held) return;
  clearTimeout(limit);
  const button = held.submitter;
  held = null;
  // The button says what is to be done, and is not heard while it shows that it is busy.
  const isBusy = button?.disabled;
  if (isBusy) button.disabled = false;
  form.requestSubmit(button);
  if (isBusy) button.disabled = true;
};

// What was pressed first is done, unless it was only to be saved: whoever publishes saves, too.
const hold = (event) => {
  if (!held) limit = setTimeout(answered, LONGEST_WAIT);
  if (!held || (event.submitter?.name && !held.submitter?.name)) held = event;
};

const send = () => {
  isSent = true;
  announced?.preventDefault();
  form.inert = true;
  limit = setTimeout(startOver, LONGEST_WAY);
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
    if (!isSent && !autosaveIsOnItsWay()) {
      send();
      return;
    }
    event.preventDefault();
    if (!isSent) hold(event);
  });
  // Whoever comes back to a page that the browser kept finds nothing under way.
  window.addEventListener("pageshow", startOver);
}
