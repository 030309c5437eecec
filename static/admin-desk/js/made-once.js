// A story is made once. Whoever goes back to the form that made it finds it filled in as it was, and would make another:
// the form leads on to the story, or says that it was sent before.
const form = document.querySelector("[data-edit-form]");
const SENT = "desk-form-sent";
const MADE = "desk-form-made-";

const isMaking = () => form.action.includes("/pages/add/");
const mark = () => history.state?.deskForm;

// The page that answers a form which makes one: the story, made; anything else says nothing of it.
const remember = () => {
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "null");
  sessionStorage.removeItem(SENT);
  if (sent && !isMaking() && document.referrer === sent.address) sessionStorage.setItem(MADE + sent.mark, location.pathname);
};

const leadOn = () => {
  const story = isMaking() && mark() ? sessionStorage.getItem(MADE + mark()) : "";
  if (story) location.replace(story);
};

const warn = () => {
  const place = document.querySelector("#desk-sending");
  if (isMaking() && mark() && place) place.textContent = place.dataset.sentBefore;
};

if (form) {
  remember();
  leadOn();
  window.addEventListener("pageshow", () => {
    leadOn();
    warn();
  });
  // The mark stays with this entry of the browser's history.
  window.addEventListener("submit", (event) => {
    if (event.target !== form || event.defaultPrevented || !isMaking()) return;
    const sent = { mark: crypto.randomUUID?.() || `${Date.now()}`, address: location.href.split("#")[0] };
    history.replaceState({ ...history.state, deskForm: sent.mark }, "");
    sessionStorage.setItem(SENT, JSON.stringify(sent));
  });
}
