// Starts the page and shows what its address names.

import { closePanel, openArticle, startPanel } from "./article-panel.js";
import { refresh, startArticles } from "./articles-view.js";
import { $ } from "./dom.js";
import { startFilters } from "./filters.js";
import { parse } from "./router.js";
import { startTheme } from "./theme.js";
import { clear, openAnswer, startThread } from "./thread.js";
import { startUploads } from "./uploads.js";

const healthyMilliseconds = 20000;
const troubledMilliseconds = 3000;

const scrolled = { ask: 0, articles: 0 };
let shown = "ask";

/** Shows one of the two views, where it was left. */
function showView(name) {
  const isAsk = name !== "articles";
  if ((shown === "ask") !== isAsk) {
    shown = isAsk ? "ask" : "articles";
    requestAnimationFrame(() => scrollTo(0, scrolled[shown]));
  }
  $("ask-view").hidden = !isAsk;
  $("articles-view").hidden = isAsk;
  for (const link of document.querySelectorAll("nav [data-view]")) {
    if ((link.dataset.view === "ask") === isAsk) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function route() {
  const place = parse(location.hash);
  showView(place.view === "quote" ? "articles" : place.view);
  if (place.view === "answer") openAnswer(place.id);
  else if (place.view === "quote") openArticle(place);
  else if (place.view === "articles") closePanel();
}

/** Says when the server is gone or not ready, and when it is back. */
async function watch() {
  const text = await trouble();
  const wasTrouble = !$("banner").hidden;
  $("banner").hidden = text === null;
  $("banner").textContent = text ?? "";
  if (wasTrouble && text === null) refresh();
  setTimeout(watch, text === null ? healthyMilliseconds : troubledMilliseconds);
}

async function trouble() {
  try {
    const response = await fetch("/health/ready");
    const report = await response.json().catch(() => null);
    if (response.ok) return report?.status === "degraded" ? report.reason : null;
    return `Not ready: ${report?.reason ?? "the server is starting."}`;
  } catch {
    return "The server cannot be reached. What you see stays; asking works again once it is back.";
  }
}

startTheme();
startPanel();
startFilters();
startThread();
startArticles();
startUploads();
addEventListener("hashchange", route);
// Not at the change itself: by then the browser has scrolled to the top.
document.querySelector("nav").addEventListener("click", () => { scrolled[shown] = scrollY; });
document.querySelector(".wordmark").addEventListener("click", clear);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, dialog")) return;
  if ($("ask-view").hidden) return;
  event.preventDefault();
  $("question").focus();
});
route();
refresh();
watch();
if (matchMedia("(pointer: fine)").matches && !$("ask-view").hidden && parse(location.hash).view === "ask") $("question").focus();
