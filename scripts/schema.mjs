// `npm run schema`: writes plugin/schema.json, which says to every Pulumi language what components there are and what
// arguments they take, from the sources of the components that plugin/components.ts exports. With `--check` it writes
// nothing and fails when the file is not what the sources give.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const ts = require("typescript");
const { Analyzer } = require("@pulumi/pulumi/provider/experimental/analyzer");
const { generateSchema } = require("@pulumi/pulumi/provider/experimental/schema");

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PLUGIN = join(ROOT, "plugin");
const ENTRY = "components.ts";
const FILE = join(PLUGIN, "schema.json");

/** The names of a file's `export { ... } from "..."`. */
function exportedNames(file) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
    return source.statements
        .filter(ts.isExportDeclaration)
        .flatMap(({ exportClause }) => exportClause.elements.map(({ name }) => name.text));
}

/** The interfaces and enum-like constants of our own sources with one of the names, and their doc comments. */
function declarations(program, names) {
    return program
        .getSourceFiles()
        .filter(({ fileName }) => !fileName.includes("/node_modules/"))
        .flatMap((source) => source.statements)
        .map((node) => ({
            node,
            name: (node.name ?? node.declarationList?.declarations[0]?.name)?.text,
        }))
        .filter(({ node, name }) => names.has(name) && !ts.isTypeAliasDeclaration(node))
        .map(({ node, name }) => ({
            name,
            file: node.getSourceFile().fileName,
            description: ts.getJSDocCommentsAndTags(node).map(({ comment }) => comment)[0],
        }));
}

/**
 * Gives the types of a schema their descriptions, which the SDK's generator leaves out. Two types of one name are an
 * error here: the generator would silently take the first for both.
 */
function describeTypes(types, program) {
    const tokens = new Map(
        Object.keys(types).map((token) => [token.slice(token.lastIndexOf(":") + 1), token]),
    );
    const seen = new Map();
    for (const { name, file, description } of declarations(program, tokens)) {
        if (seen.has(name))
            throw new Error(`${name} is declared in ${seen.get(name)} and in ${file}: rename one`);
        seen.set(name, file);
        types[tokens.get(name)].description = description;
    }
}

function packageSchema() {
    const { name, version, description } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const names = new Set(exportedNames(join(PLUGIN, ENTRY)));
    const analyzer = new Analyzer(PLUGIN, name, { name, main: ENTRY }, names);
    const { components, typeDefinitions, dependencies } = analyzer.analyze();
    const schema = generateSchema(name, version, description, components, typeDefinitions, dependencies);
    describeTypes(schema.types, analyzer.program);
    return schema;
}

/** The first line in which two texts differ, as a message. */
function firstDifference(have, want) {
    const [haveLines, wantLines] = [have.split("\n"), want.split("\n")];
    const line = wantLines.findIndex((text, index) => text !== haveLines[index]);
    const at = line === -1 ? wantLines.length : line;
    return `line ${String(at + 1)} is\n    ${haveLines[at] ?? "(no line)"}\nand should be\n    ${wantLines[at] ?? "(no line)"}`;
}

const want = `${JSON.stringify(packageSchema(), null, 2)}\n`;
if (!process.argv.includes("--check")) {
    writeFileSync(FILE, want);
    console.log(`wrote ${FILE}`);
} else {
    const have = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
    if (have !== want) {
        console.error(`plugin/schema.json is not what the sources give: ${firstDifference(have, want)}`);
        console.error(
            'Run "npm run schema", and look at the change: programs in other languages depend on it.',
        );
        process.exitCode = 1;
    }
}
