// Opens the country page as a sheet over the current one. The link still works alone.
import { markRemembered } from "./market.js";

function head(link) {
  const bar = document.createElement("div");
  bar.className = "sheet-head";
  const title = document.createElement("h2");
  title.id = "sheet-title";
  title.textContent = link.dataset.title;
  const form = document.createElement("form");
  form.method = "dialog";
  const close = document.createElement("button");
  close.className = "button button--line";
  close.textContent = link.dataset.close;
  form.append(close);
  bar.append(title, form);
  return bar;
}

async function build(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const countries = page.querySelector(".countries");
  if (!countries) throw new Error("no country list");

  const dialog = document.createElement("dialog");
  dialog.className = "sheet";
  dialog.setAttribute("aria-labelledby", "sheet-title");
  dialog.append(head(link), document.importNode(countries, true));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  markRemembered(dialog);
  document.body.append(dialog);
  return dialog;
}

export function countrySheet(links) {
  let sheet = null;
  for (const link of links) {
    link.addEventListener("click", async (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || document.querySelector(".countries:not(dialog *)")) return;
      event.preventDefault();
      try {
        sheet ??= await build(link);
        sheet.showModal();
      } catch {
        location.assign(link.href);
      }
    });
  }
}
