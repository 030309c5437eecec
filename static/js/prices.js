// Puts the prices of the remembered country on a page that was printed for the default one: one request for all cards,
// one for the shops. The lines are there already, so nothing moves; if an answer is missing, what was printed stays.
import { exchange } from "./exchange.js";
import { forget } from "./market.js";

// The addresses are the page's own, so what is not there is the country.
const NO_MARKET = 404;

function say(line, price, at, day) {
  const words = document.createElement("bdi");
  words.textContent = price ?? "";
  line.replaceChildren(words);
  if (!day) return;
  const time = document.createElement("time");
  const seen = document.createElement("span");
  seen.className = "sr";
  seen.textContent = `${line.dataset.seen} `;
  time.dateTime = at;
  time.append(seen, day);
  line.append(" ", time);
}

async function swapCards(page, code, lines) {
  const response = await fetch(`/prices/${code.toLowerCase()}/${page}.json`);
  if (response.status === NO_MARKET) forget();
  if (!response.ok) return;
  const { prices } = await response.json();
  for (const line of lines) say(line, ...(prices[line.dataset.priceOf] ?? []));
}

async function swapShops(code, box) {
  const response = await fetch(box.dataset.address.replace("{market}", code.toLowerCase()));
  if (response.status === NO_MARKET) forget();
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const arrived = page.querySelector("[data-where-to-buy]");
  if (!arrived) return;
  const kept = document.importNode(arrived, true);
  kept.dataset.address = box.dataset.address;
  exchange(box, kept);
  const [old, price] = [document, page].map((root) => root.querySelector("[data-product-price]"));
  if (old && price) old.replaceWith(document.importNode(price, true));
}

export function prices(code) {
  // A draft read by a share link keeps what was printed: what is not published has no prices to be asked for.
  if (document.querySelector(".shared-banner")) return;
  const main = document.querySelector("main");
  const shown = main.dataset.shown ?? document.querySelector("[data-default-market]")?.dataset.defaultMarket;
  if (code === shown) return;
  main.dataset.shown = code;
  const lines = main.querySelectorAll("[data-price-of]");
  const box = main.querySelector("[data-where-to-buy][data-address]");
  const asked = [];
  if (main.dataset.page && lines.length) asked.push(swapCards(main.dataset.page, code, lines));
  if (box && box.dataset.whereToBuy !== code) asked.push(swapShops(code, box));
  Promise.all(asked).catch(() => {
    // no answer: the page stays as it was printed, for the country it names
  });
}
