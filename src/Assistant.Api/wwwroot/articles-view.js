// The list of articles: search, open, erase.

import { get, send } from "./api.js";
import { openArticle } from "./article-panel.js";
import { $, announce, el } from "./dom.js";
import { offerSources } from "./filters.js";
import { origin, plural } from "./format.js";

const pageSize = 50;

let next = null;
let turn = 0;

export function startArticles() {
  let timer;
  $("article-query").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh(), 200);
  });
  $("more").addEventListener("click", () => load(next));
}

/** Reads the list anew. */
export const refresh = () => load(null);

async function load(after) {
  const mine = ++turn;
  const query = $("article-query").value.trim();
  const values = new URLSearchParams({ limit: String(pageSize), ...(query && { query }), ...(after && { after }) });
  try {
    const page = await get(`/v1/articles?${values}`);
    if (mine === turn) show(page, after !== null, query);
  } catch (error) {
    if (mine === turn) $("article-total").textContent = error.message;
  }
}

function show(page, isMore, query) {
  next = page.next ?? null;
  if (!isMore) $("article-list").replaceChildren();
  $("article-list").append(...page.articles.map(row));
  $("more").hidden = !next;
  const isEmpty = page.total === 0;
  $("article-total").textContent = isEmpty ? (query ? "No title or source fits." : "There are no articles yet.") : plural(page.total, "article", "articles");
  if (!query) showCount(page);
}

function showCount(page) {
  $("article-count").textContent = page.total ? page.total.toLocaleString("en") : "";
  offerSources(page.sources);
  const isEmpty = page.total === 0;
  document.body.classList.toggle("no-articles", isEmpty);
  $("welcome-text").replaceChildren(...(isEmpty
    ? ["There are no articles yet. ", el("a", { href: "#/articles" }, "Add some"), ", or drop files anywhere on this page."]
    : [`${plural(page.total, "article", "articles")} from ${plural(page.sources.length, "source", "sources")}. Every sentence of an answer cites the exact words it stands on.`]));
}

function row(article) {
  const item = el("li", {},
    el("button", {
      className: "article-open",
      type: "button",
      onclick: (event) => openArticle({ articleId: article.id, title: article.title, start: 0, end: 0 }, [], event.currentTarget),
    }, el("span", { className: "source-title" }, article.title), el("span", { className: "hint" }, origin(article))),
    el("button", { className: "quiet erase", type: "button", "aria-label": `Erase ${article.title}`, onclick: () => erase(article, item) }, "Erase"));
  return item;
}

async function erase(article, item) {
  if (!(await confirm(article))) return;
  try {
    await send(`/v1/articles/${encodeURIComponent(article.id)}`, { method: "DELETE" });
    announce("Erased");
  } catch (error) {
    if (error.status !== 404 && error.status !== 410) {
      item.append(el("p", { className: "note" }, error.message));
      return;
    }
  }
  await refresh();
}

function confirm(article) {
  const dialog = $("confirm-dialog");
  $("confirm-title").textContent = "Erase this article?";
  $("confirm-text").textContent = `“${article.title}” and every kept answer that mentions it will be gone for good.`;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
  });
}
