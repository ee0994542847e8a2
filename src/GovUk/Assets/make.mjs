// Makes what wwwroot holds: trellis.css, trellis.js, start.js and a few icons; and obj/chart.css, which saved charts hold. Called by the build when an input is newer than they are.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const output = join(root, "wwwroot");
const lock = join(root, "obj", "assets.lock");
const mojImages = "node_modules/@ministryofjustice/frontend/moj/assets/images";
const icons = ["icon-tag-remove-cross.svg", "icon-tag-remove-cross-white.svg", "icon-close-cross-black.svg"];
const made = ["trellis.css", "trellis.js", "start.js"].map((name) => join(output, name)).concat(join(root, "obj", "chart.css"));

mkdirSync(dirname(lock), { recursive: true });
await takeLock();
try {
  if (!upToDate()) {
    installPackages();
    await makeAssets();
  }
} finally {
  rmSync(lock, { force: true });
}

// Two projects that build at once both arrive here; the second waits and then finds everything made.
async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (ownerIsGone()) rmSync(lock, { force: true });
      await wait(200);
    }
  }
}

function ownerIsGone() {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (!owner) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function upToDate() {
  if (!made.every(existsSync)) return false;
  const inputs = readdirSync(join(root, "Assets"), { recursive: true })
    .map((name) => join(root, "Assets", name))
    .concat(join(root, "package.json"), join(root, "package-lock.json"));
  const newest = Math.max(...inputs.map((file) => statSync(file).mtimeMs));
  return made.every((file) => statSync(file).mtimeMs >= newest);
}

// npm writes node_modules/.package-lock.json last, so its age tells whether the last installation was completed.
function installPackages() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const wanted = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  execFileSync("npm", ["ci", "--no-fund", "--no-audit", "--ignore-scripts"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}

async function makeAssets() {
  const sass = await import("sass");
  const esbuild = await import("esbuild");
  const styles = (name) =>
    sass.compile(join(root, "Assets", "styles", name), {
      loadPaths: [join(root, "node_modules"), root], // MoJ asks for "node_modules/govuk-frontend/…"
      style: "compressed",
      quietDeps: true,
    }).css;
  const js = await esbuild.build({
    entryPoints: ["trellis", "start"].map((name) => join(root, "Assets", "scripts", `${name}.mjs`)),
    outdir: output,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    nodePaths: [join(root, "node_modules")],
    write: false,
  });
  mkdirSync(join(output, "images"), { recursive: true });
  copyFileSync(join(root, "Assets", "images", "icon.svg"), join(output, "images", "icon.svg"));
  for (const name of icons) copyFileSync(join(root, mojImages, name), join(output, "images", name));
  put(join(output, "trellis.css"), styles("trellis.scss"));
  put(join(root, "obj", "chart.css"), styles("_drawing.scss"));
  for (const file of js.outputFiles) put(join(output, basename(file.path)), file.text);
}

// Written beside and renamed: a reader never meets half a file.
function put(whole, text) {
  writeFileSync(`${whole}.part`, text);
  renameSync(`${whole}.part`, whole);
}
