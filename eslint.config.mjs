import js from "@eslint/js";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const BASE = ["model/declared", "model/findings", "model/platform"];
const FACTS = [
    ...BASE,
    "model/intent",
    "model/capacity",
    "model/schedule",
    "model/triggers",
    "model/arguments",
];

/** Who may import whom: a folder imports itself and what stands beside it here. Arrows go down only. */
const mayImport = {
    "model/declared": [],
    "model/findings": ["model/declared"],
    "model/platform": [],
    "model/intent": ["model/declared"],
    "model/capacity": ["model/declared"],
    "model/schedule": [],
    "model/arguments": ["model/declared", "model/findings", "model/capacity"],
    "model/triggers": ["model/declared"],
    "model/admission": FACTS,
    "model/pool": FACTS,
    "model/manifests": [...FACTS, "model/pool", "model/scheduled"],
    "model/fleet": FACTS,
    "model/cost": [...FACTS, "model/fleet"],
    // Rules compare a pool with what is known of its kind of work; they read no arguments.
    "model/rules": [...FACTS, "model/fleet", "model/cost", "model/pool/archetypes"],
    "model/team": [
        ...FACTS,
        "model/pool",
        "model/manifests",
        "model/fleet",
        "model/cost",
        "model/rules",
        "model/admission",
        "model/scheduled",
    ],
    "model/node-pool": [...FACTS, "model/pool", "model/cost"],
    "model/aws": [...FACTS, "model/pool", "model/node-pool"],
    "model/gcp": [...FACTS, "model/pool", "model/node-pool"],
    "model/scheduled": [...FACTS, "model/pool", "model/aws", "model/gcp", "model/node-pool"],
    "model/warm": [...FACTS, "model/pool", "model/manifests", "model/node-pool", "model/scheduled"],
    "model/simulation": [...FACTS, "model/fleet", "model/cost"],
    "model/explain": [...FACTS, "model/fleet", "model/cost", "model/rules", "model/simulation"],
    "model/settings": [...FACTS, "model/pool", "model/rules"],
    model: ["model"],
    components: ["model"],
    policy: ["model"],
    cli: ["model"],
};

/** One zone for each folder and each other folder that it must not reach. */
const zones = Object.entries(mayImport).flatMap(([target, allowed]) =>
    [...Object.keys(mayImport), "index.ts", "plugin", "examples", "test", "benchmarks", "scripts"]
        .filter(
            (other) => ![target, ...allowed].some((room) => other === room || other.startsWith(`${room}/`)),
        )
        .filter((other) => !target.startsWith(`${other}/`))
        .map((other) => ({
            target: `./${target}`,
            from: `./${other}`,
            except: allowed
                .filter((room) => room.startsWith(`${other}/`))
                .map((room) => `./${room.slice(other.length + 1)}`),
            message: `${target} may import only ${[target, ...allowed].join(", ")}.`,
        })),
);

export default tseslint.config(
    { ignores: ["dist", "node_modules", "coverage", "out"] },
    js.configs.recommended,
    {
        files: ["**/*.ts"],
        extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
        // One program for all files: one for each example would load the declarations of the clouds' SDKs again and again.
        languageOptions: {
            parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname },
        },
        plugins: { "import-x": importX },
        settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js"] })] },
        rules: {
            "import-x/no-restricted-paths": ["error", { zones }],
            "@typescript-eslint/consistent-type-imports": "error",
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
            "@typescript-eslint/dot-notation": "off",
        },
    },
    {
        // The lower floor knows no Pulumi at run time and does no input or output.
        files: ["model/**/*.ts"],
        rules: {
            "@typescript-eslint/no-restricted-imports": [
                "error",
                {
                    patterns: [
                        {
                            group: ["@pulumi/*"],
                            allowTypeImports: true,
                            message: "model/ knows no Pulumi at run time.",
                        },
                        {
                            group: ["node:*", "yaml", "commander"],
                            message: "model/ does no input or output.",
                        },
                    ],
                },
            ],
        },
    },
    {
        files: ["**/*.mjs", "**/*.cjs"],
        languageOptions: {
            globals: {
                console: "readonly",
                process: "readonly",
                structuredClone: "readonly",
                setTimeout: "readonly",
                URL: "readonly",
            },
        },
    },
);
