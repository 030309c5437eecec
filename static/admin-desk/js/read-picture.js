// When an editor chooses a picture's file, read what its maker wrote into it, fill the fields that are empty, and say
// so under each; and name pictures on file that are this one again. The server does the same when the form is sent.
(() => {
  const script = document.currentScript;
  const bare = (text) => text.toLowerCase().replace(/\.[a-z0-9]+$/, "").replace(/[^a-z0-9]+/g, "");

  const fieldBeside = (input, name) => input.form?.elements[input.name.replace(/file$/, name)];

  const mark = (field, note) => {
    field.parentElement.querySelector(".read-from-file")?.remove();
    const line = document.createElement("p");
    line.className = "read-from-file";
    line.textContent = note;
    line.id = `${field.id}-read`;
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${line.id}`.trim());
    field.after(line);
  };

  // What the file before said is not true of this one, unless the editor has changed it since.
  const forget = (input) => {
    for (const field of input.form.querySelectorAll("[data-read-from-file]")) {
      if (field.value === field.dataset.readFromFile) {
        field.value = field.name.endsWith("title") ? input.files[0].name.replace(/\.[a-z0-9]+$/i, "") : "";
      }
      delete field.dataset.readFromFile;
      document.getElementById(`${field.id}-read`)?.remove();
    }
  };

  const fill = (input, fields, note) => {
    for (const [name, text] of Object.entries(fields)) {
      const field = fieldBeside(input, name);
      if (!field) continue;
      const isFileName = name === "title" && bare(field.value) === bare(input.files[0]?.name ?? "");
      if (field.value && !isFileName) continue;
      field.value = text;
      field.dataset.readFromFile = text;
      mark(field, note);
    }
  };

  const offer = (input, same) => {
    input.parentElement.querySelector(".same-on-file")?.remove();
    if (!same.length) return;
    const list = document.createElement("ul");
    list.className = "same-on-file";
    list.setAttribute("role", "status");
    for (const picture of same) {
      const line = document.createElement("li");
      const thumb = Object.assign(document.createElement("img"), { src: picture.thumb, alt: "", width: 72 });
      const link = Object.assign(document.createElement("a"), { href: picture.url, target: "_blank", rel: "noopener" });
      link.textContent = picture.title;
      line.append(thumb, `${picture.words} `, link);
      list.append(line);
    }
    input.after(list);
  };

  // Before anything more is typed; the form says it again when it is sent.
  const refuse = (input, why) => {
    const line = document.createElement("p");
    line.className = "error-message file-refused";
    line.setAttribute("role", "alert");
    line.textContent = why;
    input.after(line);
  };

  const read = async (input) => {
    const file = input.files[0];
    // What was said of the file before, here or by the server, is not true of this one.
    input.parentElement.querySelector(".file-refused")?.remove();
    const field = input.closest("[data-field]");
    field?.querySelector("[data-field-errors]")?.replaceChildren();
    field?.classList.remove("w-field--error");
    if (!file) return;
    const body = new FormData();
    body.append("file", file);
    const token = input.form.elements.csrfmiddlewaretoken?.value ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value;
    const answer = await fetch(script.dataset.readPicture, { method: "POST", body, headers: { "X-CSRFToken": token } });
    // Another file may have been chosen meanwhile; what went wrong on the way is no fault of the file.
    if (input.files[0] !== file || !(answer.ok || answer.status === 400)) return;
    const { fields = {}, same = [], note, error } = await answer.json();
    forget(input);
    fill(input, fields, note);
    offer(input, same);
    if (error) refuse(input, error);
  };

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file" || !input.form) return;
    // Other forms take files that are no pictures.
    if (!input.name.endsWith("file")) return;
    if (fieldBeside(input, "credit") && fieldBeside(input, "rights_holder")) read(input);
  });
})();
