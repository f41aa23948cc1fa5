// Reads the QR codes of our own pages as a phone's camera would (ISO/IEC 18004, versions 1 to 6, level M). Nothing is
// damaged there, so nothing is corrected.
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
// How many blocks a version has, and how many bytes of data in each.
const BLOCKS = [, [1, 16], [1, 28], [1, 44], [2, 32], [2, 43], [4, 27]];
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

// The dark modules of a picture: its path is a list of rectangles.
function modules(svg) {
  const shapes = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)/g)];
  const dark = shapes.map((numbers) => numbers.slice(1).map(Number));
  const unit = Math.min(...dark.map(([, , , height]) => height));
  const quiet = Math.min(...dark.map(([x]) => x));
  const size = (Math.max(...dark.map(([x, , width]) => x + width)) - quiet) / unit;
  const grid = Array.from({ length: size }, () => new Array(size).fill(false));
  for (const [left, top, width, height] of dark) {
    for (let y = top; y < top + height; y += unit) {
      for (let x = left; x < left + width; x += unit) grid[(y - quiet) / unit][(x - quiet) / unit] = true;
    }
  }
  return grid;
}

function isFunction(x, y, size) {
  const isFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const isAligned = size > 21 && Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2;
  return isFinder || isAligned || x === 6 || y === 6;
}

function bytes(grid) {
  const size = grid.length;
  const [first, second, third] = [2, 3, 4].map((x) => grid[8][x]);
  const mask = MASKS[4 * !first + 2 * second + 1 * !third];
  const bits = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(x, y, size)) bits.push(grid[y][x] !== mask(x, y));
      }
    }
  }
  const [count, length] = BLOCKS[(size - 17) / 4];
  const byte = (n) => bits.slice(8 * n, 8 * n + 8).reduce((value, bit) => 2 * value + bit, 0);
  const blocks = Array.from({ length: count }, (_, block) =>
    Array.from({ length }, (_, n) => byte(n * count + block)));
  return blocks.flat();
}

// The text of the first code in a page.
export function read(html) {
  const data = bytes(modules(html.slice(html.indexOf("<svg"))));
  let at = 0;
  const take = (count) => {
    let value = 0;
    for (; count > 0; count--, at++) value = 2 * value + ((data[at >> 3] >> (7 - (at & 7))) & 1);
    return value;
  };
  let text = "";
  while (at + 4 <= 8 * data.length) {
    const mode = take(4);
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        text += String(take([, 4, 7, 10][digits])).padStart(digits, "0");
      }
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        text += left > 1 ? ALPHANUMERIC[Math.floor(pair / 45)] + ALPHANUMERIC[pair % 45] : ALPHANUMERIC[pair];
      }
    } else if (mode === 4) {
      for (let left = take(8); left > 0; left--) text += String.fromCharCode(take(8));
    } else {
      return text;
    }
  }
  return text;
}
