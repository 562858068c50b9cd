// Adds articles: by choosing files or dropping them anywhere on the page.

import { get, headers, askForKey, upload } from "./api.js";
import { refresh } from "./articles-view.js";
import { $, announce, el } from "./dom.js";

const atOnce = 2;
const pollMilliseconds = 700;
const words = {
  added: "Added",
  updated: "Updated",
  unchanged: "Already there",
  refused: "Refused",
};

const waiting = [];
let active = 0;

export function startUploads() {
  $("pick").addEventListener("click", () => $("files").click());
  $("files").addEventListener("change", () => {
    add([...$("files").files]);
    $("files").value = "";
  });
  let depth = 0;
  const isFiles = (event) => event.dataTransfer?.types.includes("Files");
  const veil = (isShown) => { $("drop-veil").hidden = !isShown; };
  addEventListener("dragenter", (event) => isFiles(event) && ++depth && veil(true));
  addEventListener("dragleave", (event) => isFiles(event) && --depth <= 0 && veil(false));
  addEventListener("dragover", (event) => isFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth = 0;
    veil(false);
    location.hash = "#/articles";
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const folders = items.filter((item) => item.webkitGetAsEntry?.()?.isDirectory).map((item) => item.getAsFile().name);
    add([...event.dataTransfer.files].filter((file) => !folders.includes(file.name)));
    folders.forEach(refuseFolder);
  });
}

function refuseFolder(name) {
  const text = "Refused: a folder. Drop the files in it.";
  $("uploads").prepend(el("li", { "data-state": "refused" }, el("span", { className: "name" }, name), el("span", { className: "state" }, text)));
  announce(`${name}: ${text}`);
}

function add(files) {
  for (const file of files) {
    const bar = el("progress", { max: 1, value: 0, "aria-label": `Sending ${file.name}` });
    const state = el("span", { className: "state" }, "Waiting");
    const row = el("li", {}, el("span", { className: "name" }, file.name), state, bar);
    $("uploads").prepend(row);
    waiting.push({ file, row, bar, state });
  }
  pump();
}

async function pump() {
  while (active < atOnce && waiting.length) {
    active++;
    run(waiting.shift()).finally(() => {
      active--;
      if (!active && !waiting.length) refresh();
      pump();
    });
  }
}

async function run({ file, row, bar, state }) {
  const end = (status, text) => {
    row.dataset.state = status;
    state.textContent = text;
    bar.remove();
    announce(`${file.name}: ${text}`);
  };
  try {
    state.textContent = "Sending";
    const job = await sendWithKey(file, (sent) => {
      bar.value = sent;
      if (sent === 1) state.textContent = "Reading";
    });
    const result = job.isJob ? await follow(job.body, bar, state) : job.body;
    end(...outcomeOf(result.items));
  } catch (error) {
    end("refused", error.type === "refused-article" ? `Refused: ${error.message}` : error.message);
  }
}

/** The outcome of a file: of its one article, or how often each outcome is there when it has more. */
function outcomeOf(items) {
  const told = (item) => [words[item.outcome] ?? item.outcome, item.reason].filter(Boolean).join(": ");
  if (items.length === 1) return [items[0].outcome, told(items[0])];
  if (items.length === 0) return ["refused", "No article is in it"];
  const counts = Map.groupBy(items, (item) => item.outcome);
  return [items[0].outcome, [...counts].map(([outcome, those]) => `${words[outcome] ?? outcome}: ${those.length}`).join(", ")];
}

async function sendWithKey(file, progress) {
  for (;;) {
    try {
      return await upload(file, progress);
    } catch (error) {
      const reason = "Authorization" in headers() ? "That key is unknown or was revoked. Try another." : null;
      if (error.status !== 401 || !(await askForKey(reason))) throw error;
    }
  }
}

async function follow(job, bar, state) {
  bar.removeAttribute("value");
  for (;;) {
    if (job.status === "completed") return job.result;
    if (job.status === "failed") throw new Error(job.reason);
    state.textContent = job.status === "queued" ? "Waiting for its turn" : `Embedding${job.passagesEmbedded ? `, ${job.passagesEmbedded} passages` : ""}`;
    await new Promise((resolve) => { setTimeout(resolve, pollMilliseconds); });
    job = await get(`/v1/ingestions/${encodeURIComponent(job.id)}`);
  }
}
