// Pictures to send without owning any: drawn here, nothing is fetched.

export const PHOTOS = [
  { name: "A bad mango", emoji: "🥭", ground: ["#d9c7a5", "#a98d5f"], spots: true },
  { name: "A good box", emoji: "🥭", ground: ["#e9d8b4", "#c79b53"], many: true },
  { name: "The gate", emoji: "🏢", ground: ["#bfe3f7", "#9bbf8a"] },
];

export const STICKERS = ["🥭", "😍", "🙏", "👍", "😋", "🎉", "😢", "❤️"];

function ground(context, { ground: colours, clear }, size) {
  if (clear) return;
  const fill = context.createLinearGradient(0, 0, 0, size);
  colours.forEach((colour, place) => fill.addColorStop(place, colour));
  context.fillStyle = fill;
  context.fillRect(0, 0, size, size);
}

function spots(context, size) {
  context.fillStyle = "rgb(40 22 8 / 72%)";
  for (const [x, y, radius] of [
    [0.42, 0.52, 0.045],
    [0.55, 0.6, 0.065],
    [0.5, 0.42, 0.03],
    [0.62, 0.47, 0.035],
  ]) {
    context.beginPath();
    context.ellipse(x * size, y * size, radius * size, radius * size * 0.75, 0.4, 0, Math.PI * 2);
    context.fill();
  }
}

/** A canvas of 512 × 512 showing `photo`. */
export function drawPhoto(photo, size = 512) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d");
  ground(context, photo, size);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const places = photo.many
    ? [
        [0.3, 0.32],
        [0.7, 0.32],
        [0.3, 0.7],
        [0.7, 0.7],
      ]
    : [[0.5, 0.52]];
  context.font = `${Math.round(size * (photo.many ? 0.34 : 0.6))}px sans-serif`;
  for (const [x, y] of places) context.fillText(photo.emoji, x * size, y * size);
  if (photo.spots) spots(context, size);
  return canvas;
}

/** The bytes of a chosen file, as base64. */
export function fileAsBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
