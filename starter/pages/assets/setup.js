// Puts our columns, lists and clock into this browser; what its user made himself stays.
"use strict";

const place = document.getElementById("setup");
const wanted = JSON.parse(place.dataset.preferences);

// Whatever lies there unreadable is as good as nothing: the UI would drop it, too.
function kept(key) {
  try {
    const value = JSON.parse(localStorage.getItem(key));
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function put(key, ours, isOurs) {
  const all = kept(key);
  const theirs = Array.isArray(all[wanted.namespace]) ? all[wanted.namespace] : [];
  all[wanted.namespace] = [...ours, ...theirs.filter((entry) => !isOurs(entry))];
  localStorage.setItem(key, JSON.stringify(all));
}

const labels = new Set(wanted.columns.map((column) => column.label));

try {
  put("namespace-workflow-table-columns", wanted.columns, (column) => labels.has(column?.label));
  put("saved-workflow-queries", wanted.views, (view) => String(view?.id).startsWith(wanted.ours));
  for (const [key, value] of Object.entries(wanted.settings)) {
    localStorage.setItem(key, JSON.stringify(value));
  }
  place.textContent = place.dataset.done;
  location.replace(wanted.goesOn);
} catch (error) {
  place.textContent = `${place.dataset.failed} (${error.name})`;
}
