// Remembers the reader's country in a plain cookie that only scripts read, and marks it wherever countries are listed.
const COOKIE = "market";
const A_YEAR = 60 * 60 * 24 * 365;

// What CLDR calls a region that nobody knows; browsers have a name for it.
const UNKNOWN = "ZZ";

// The code is null where none is remembered, or one that is no country.
export function remembered() {
  const match = document.cookie.match(/(?:^|; )market=([A-Z]{2})(?:;|$)/);
  return match && match[1] !== UNKNOWN && name(match[1]) ? match[1] : null;
}

// Forgets a country that has no market, such as one taken off since, and shows what the page was printed for.
export function forget() {
  document.cookie = `${COOKIE}=; path=/; max-age=0; samesite=lax`;
  const printed = document.querySelector("[data-default-market]")?.dataset.defaultMarket;
  if (printed) mark(document, printed);
}

function name(code) {
  return new Intl.DisplayNames([document.documentElement.lang], { type: "region", fallback: "none" }).of(code);
}

// Marks `code` in `root`: the country links take its name and code, the rows of that country become current.
function mark(root, code) {
  for (const label of root.querySelectorAll("[data-country-name]")) label.textContent = name(code);
  for (const label of root.querySelectorAll("[data-country-code]")) label.textContent = code;
  for (const row of root.querySelectorAll("[data-market]")) {
    if (row.dataset.market === code) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

// Marks the remembered country in a part of the page that arrived later.
export function markRemembered(root) {
  const code = remembered();
  if (code) mark(root, code);
}

// `chosen` is told the country's code and slug, now if one is remembered, and whenever the reader chooses.
export function market(root, chosen) {
  markRemembered(root);
  const code = remembered();
  if (code) chosen(code);
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-market]");
    if (!link) return;
    document.cookie = `${COOKIE}=${link.dataset.market}; path=/; max-age=${A_YEAR}; samesite=lax`;
    mark(root, link.dataset.market);
    const sheet = link.closest("dialog");
    const isOneMarket = document.querySelector("main [data-where-to-buy]:not([data-address])");
    if (!sheet || isOneMarket) return; // the country page, and the shops of one country: the link leads on
    event.preventDefault();
    sheet.close();
    chosen(link.dataset.market);
  });
}
