// Builds static/dist from styles/, scripts/, drawings/ and the npm packages. Run by `npm run build`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const dist = path.join(here, "dist");
const require = createRequire(import.meta.url);

// A drawing reaches beyond its own frame so that the square picture, which is taller, needs no second render.
const CANVAS = { left: -30, top: -130, width: 1260, height: 1020 };
const LANDSCAPE = { left: 0, top: 0, width: 1200, height: 800 };
const SQUARE = { left: 120, top: -104, width: 960, height: 960 };
// WhatsApp takes 8-bit RGB JPEG; 4:4:4 keeps the red of a blush from bleeding.
const JPEG = { quality: 82, chromaSubsampling: "4:4:4", mozjpeg: false, progressive: false };
const WEBP = { quality: 70, effort: 4, smartSubsample: true };
// In pixels; the first is the usual one, of the front page on a phone: all of it in less than 100 kB. shop_web/pictures.py names them.
const WIDTHS = { landscape: [800, 480, 1200], square: [360, 240, 560] };

function write(name, content) {
  const target = path.join(dist, name);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}

function filesUnder(folder, ending = "") {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function buildStyles() {
  const tailwind = path.join(path.dirname(require.resolve("@tailwindcss/cli/package.json")), "dist/index.mjs");
  const input = path.join(here, "styles/app.css");
  const built = spawnSync(process.execPath, [tailwind, "-i", input, "-o", path.join(dist, "app.css"), "--minify"], {
    cwd: root,
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`Tailwind could not build app.css:\n${built.stderr}`);
}

// Packages that our scripts import, and the one file of each: the browser's database made readable, and QR codes.
const PACKAGES = { "idb.js": "idb/build/index.js", "qr.js": "qr" };
const IMPORT = /(?<=\bfrom "\.\/)([a-z-]+\.js)(?=")/g;

/** The mark of a content, as it stands in addresses. */
function markOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}

/** Our scripts and the packages they import; each names the others by their marked address, so that all may be kept. */
function copyScripts() {
  const sources = new Map();
  for (const [name, file] of Object.entries(PACKAGES)) sources.set(name, fs.readFileSync(require.resolve(file), "utf8"));
  for (const file of filesUnder(path.join(here, "scripts"), ".js")) sources.set(path.basename(file), fs.readFileSync(file, "utf8"));
  const copied = new Map();
  const copy = (name) => {
    if (!copied.has(name)) copied.set(name, sources.get(name).replace(IMPORT, (other) => `${other}?v=${markOf(copy(other))}`));
    return copied.get(name);
  };
  for (const name of sources.keys()) write(name, copy(name));
  write("htmx.min.js", fs.readFileSync(require.resolve("htmx.org/dist/htmx.min.js")));
  write("sortable.min.js", fs.readFileSync(path.join(path.dirname(require.resolve("sortablejs/package.json")), "Sortable.min.js")));
}

/** One sprite of the icons that templates ask for by `icon("name")`, `drawn("name")` or `mark="name"`. */
function buildIcons() {
  const names = new Set();
  for (const file of filesUnder(path.join(root, "templates"), ".html")) {
    // Both of `icon("trash-2" if last else "minus")`.
    for (const [, asked] of fs.readFileSync(file, "utf8").matchAll(/\b(?:icon|drawn|mark)\s*[(=]\s*((?:["'][a-z0-9-]+["']|[\w.\s]+)+)/g))
      for (const [, name] of asked.matchAll(/["']([a-z0-9-]+)["']/g)) names.add(name);
  }
  const folder = path.join(path.dirname(require.resolve("lucide-static/package.json")), "icons");
  const symbols = [...names].sort().map((name) => {
    const svg = fs.readFileSync(path.join(folder, `${name}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "").trim()}</symbol>`;
  });
  write("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
}

/** A fine tooth of paper over the whole picture; a fixed sequence of numbers, so that every build paints the same. */
function addGrain(pixels) {
  let state = 20260401;
  for (let at = 0; at < pixels.length; at += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const grain = ((state >>> 24) - 128) / 36;
    for (let channel = at; channel < at + 3; channel += 1) {
      pixels[channel] = Math.max(0, Math.min(255, Math.round(pixels[channel] + grain)));
    }
  }
  return pixels;
}

function isFresh(outputs, source) {
  const newest = Math.max(fs.statSync(source).mtimeMs, fs.statSync(fileURLToPath(import.meta.url)).mtimeMs);
  return outputs.every((name) => {
    const output = path.join(dist, name);
    return fs.existsSync(output) && fs.statSync(output).mtimeMs > newest;
  });
}

async function paintMango(source) {
  const slug = path.basename(source, ".svg");
  const webps = (stem, widths) => widths.map((width, at) => [`mangoes/${stem}${at ? `-${width}` : ""}.webp`, width]);
  const wide = webps(slug, WIDTHS.landscape), square = webps(`${slug}-square`, WIDTHS.square);
  const jpegs = [`mangoes/${slug}.jpg`, `mangoes/${slug}-square.jpg`];
  const outputs = [...jpegs, ...[...wide, ...square].map(([name]) => name)];
  if (isFresh(outputs, source)) return;
  const { left, top, width, height } = CANVAS;
  const frame = `viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}"`;
  const drawing = fs.readFileSync(source, "utf8").replace('viewBox="0 0 1200 800"', frame);
  const flat = sharp(Buffer.from(drawing)).resize(width, height).flatten({ background: "#fbf0dc" }).removeAlpha();
  const canvas = addGrain(await flat.raw().toBuffer());
  const cut = (part) =>
    sharp(canvas, { raw: { width, height, channels: 3 } })
      .extract({ ...part, left: part.left - left, top: part.top - top })
      .toColourspace("srgb");
  write(jpegs[0], await cut(LANDSCAPE).jpeg(JPEG).toBuffer());
  write(jpegs[1], await cut(SQUARE).resize(800).jpeg(JPEG).toBuffer());
  for (const [name, width] of wide) write(name, await cut(LANDSCAPE).resize(width).webp(WEBP).toBuffer());
  for (const [name, width] of square) write(name, await cut(SQUARE).resize(width).webp(WEBP).toBuffer());
}

/** One PNG as an .ico file: a header of 22 bytes that says so. */
function asIco(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // plane
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** The mark and the wordmark; everything else in drawings/ is a variety. */
const MARKS = ["icon.svg", "logo.svg", "logo-dark.svg", "mark.svg"];

async function paintMarks() {
  for (const name of MARKS) write(name, fs.readFileSync(path.join(here, "drawings", name)));
  const icon = path.join(here, "drawings/icon.svg");
  for (const size of [32, 180, 192, 512]) {
    write(`icon-${size}.png`, await sharp(icon, { density: 144 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer());
  }
  write("favicon.ico", asIco(await sharp(icon, { density: 144 }).resize(48, 48).png({ compressionLevel: 9 }).toBuffer(), 48));
  write("avatar.jpg", await sharp(icon, { density: 144 }).resize(640, 640).flatten().jpeg(JPEG).toBuffer());
  write("logo.png", await sharp(path.join(here, "drawings/logo.svg"), { density: 144 }).resize({ height: 240 }).png().toBuffer());
}

/** Name → name with a mark of its content, so that browsers may keep a file for ever and still see the next one. */
function writeManifest() {
  const names = filesUnder(dist).map((file) => path.relative(dist, file).split(path.sep).join("/"));
  const entries = names.filter((name) => name !== "manifest.json").map((name) => {
    return [name, `${name}?v=${markOf(fs.readFileSync(path.join(dist, name)))}`];
  });
  write("manifest.json", `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`);
}

fs.mkdirSync(dist, { recursive: true });
const started = performance.now();
const drawings = filesUnder(path.join(here, "drawings"), ".svg").filter((file) => !MARKS.includes(path.basename(file)));
const painting = Promise.all([paintMarks(), ...drawings.map(paintMango)]);
buildStyles();
copyScripts();
buildIcons();
await painting;
writeManifest();
console.log(`static/dist is built: ${drawings.length} mangoes, ${((performance.now() - started) / 1000).toFixed(1)} s`);
