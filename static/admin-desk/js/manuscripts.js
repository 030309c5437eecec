// The import form with a script: what is pasted keeps its headings, links and pictures; a file that is too large is
// refused before it travels. Without one, the form takes files and plain text.
const form = document.querySelector("[data-manuscript-form]");

if (form) {
  const plain = form.querySelector("textarea");
  const rich = form.querySelector("[data-rich]");
  const kind = form.querySelector("[name=pasted_as]");
  const file = form.querySelector("[type=file]");
  const tooLarge = form.querySelector("[data-too-large]");

  // A form's fields may hold 2.5 MB; what is pasted with its pictures travels as a file beyond this.
  const mostCharacters = 600_000;
  const sendAsFile = (text, ending) => {
    const travelling = new DataTransfer();
    travelling.items.add(new File([text], `${form.dataset.pasteName}.${ending}`));
    file.files = travelling.files;
    plain.value = "";
    kind.value = "";
  };

  // What is shown again was cleaned: as long as nobody changes it, it travels as it came.
  let isChanged = kind.value !== "html";
  const isTooLarge = () => Boolean(file.files[0] && file.files[0].size > Number(file.dataset.mostBytes));
  const keep = (isRich) => {
    kind.value = isRich ? "html" : "";
    rich.classList.toggle("desk-rich", isRich);
  };

  // The browser itself cleans what it inserts into an editable element; the server does when it shows it again.
  if (kind.value !== "html") rich.textContent = plain.value;
  keep(kind.value === "html");
  plain.hidden = true;
  rich.hidden = false;
  rich.addEventListener("paste", (event) => {
    if (event.clipboardData.types.includes("text/html")) keep(true);
  });
  rich.addEventListener("input", () => {
    isChanged = true;
    if (!rich.textContent.trim() && !rich.querySelector("img")) keep(false);
  });
  file.addEventListener("change", () => { tooLarge.hidden = !isTooLarge(); });

  form.addEventListener("submit", (event) => {
    if (isTooLarge()) {
      tooLarge.hidden = false;
      event.preventDefault();
      return;
    }
    const isRich = kind.value === "html";
    if (isChanged) plain.value = isRich ? rich.innerHTML : rich.innerText;
    const text = plain.value;
    if (text.length > mostCharacters && !file.files.length) sendAsFile(text, isRich ? "html" : "txt");
    const button = form.querySelector("[type=submit]");
    button.textContent = button.dataset.working;
    button.disabled = true;
  });
  // Back from the report, the form is as it was.
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });
}
