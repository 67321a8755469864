/** The form of an asset: joins what happens in it. Without this script the form works by itself. */

import { countCharacters } from "./counting.js";
import { keepDraft } from "./draft.js";
import { preparePlace } from "./place.js";
import { showPreview } from "./preview.js";
import { prepareRows } from "./rows.js";
import { prepareSending } from "./sending.js";
import { prepareSound } from "./sound.js";
import { prepareTags } from "./tags.js";
import { prepareUploads } from "./uploads.js";

const form = document.getElementById("record");
const rows = prepareRows(form);
const tags = prepareTags(form);
const uploads = prepareUploads(form, rows);
prepareSound(form, uploads);
const draft = await keepDraft(form, { rows, tags, uploads });
preparePlace(form);
countCharacters(form);
showPreview(form);
prepareSending(form, { draft, uploads });
form.dataset.ready = "";
