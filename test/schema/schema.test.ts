import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ComponentResource } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import * as awsFace from "../../components/aws";
import * as gcpFace from "../../components/gcp";
import * as packageFace from "../../index";

const repository = path.resolve(__dirname, "../..");

interface Property {
    $ref?: string;
    description?: string;
}

interface ObjectSchema {
    properties?: Record<string, Property>;
    inputProperties?: Record<string, Property>;
    description?: string;
    isComponent?: boolean;
}

interface PackageSchema {
    name: string;
    version: string;
    resources: Record<string, ObjectSchema>;
    types: Record<string, ObjectSchema>;
}

function readJson(file: string): unknown {
    return JSON.parse(readFileSync(path.join(repository, file), "utf8"));
}

const schema = readJson("plugin/schema.json") as PackageSchema;

/** Where in the schema a value of any type is taken or given, `WorkloadArgs.podTemplate`. */
function untyped(): string[] {
    return [...Object.entries(schema.resources), ...Object.entries(schema.types)].flatMap(([token, object]) =>
        Object.entries({ ...object.inputProperties, ...object.properties })
            .filter(([, property]) => JSON.stringify(property).includes("pulumi.json#/Any"))
            .map(([name]) => `${token.slice(token.lastIndexOf(":") + 1)}.${name}`),
    );
}

describe("the schema for other languages", () => {
    it("is what the sources of the components give", () => {
        const check = spawnSync(process.execPath, ["scripts/schema.mjs", "--check"], {
            cwd: repository,
            encoding: "utf8",
        });
        expect({ said: check.stderr, status: check.status }).toEqual({ said: "", status: 0 });
    });

    it("has the name and version of the package", () => {
        const manifest = readJson("package.json") as { name: string; version: string };
        expect({ name: schema.name, version: schema.version }).toEqual({
            name: manifest.name,
            version: manifest.version,
        });
    });

    it("offers every component that TypeScript programs get, and no other", () => {
        const exported = Object.entries({ ...packageFace, ...awsFace, ...gcpFace })
            .filter(([, value]: [string, unknown]) => isComponent(value))
            .map(([name]) => `agent-autoscaling:index:${name}`);
        expect(Object.keys(schema.resources).sort()).toEqual(exported.sort());
        expect(Object.values(schema.resources).every(({ isComponent }) => isComponent)).toBe(true);
    });

    it("describes every component with its arguments and outputs, and every type", () => {
        const described = [...Object.entries(schema.resources), ...Object.entries(schema.types)];
        const undescribed = described.flatMap(([token, object]) =>
            object.description === undefined ? [token] : [],
        );
        const members = Object.entries(schema.resources).flatMap(([token, resource]) =>
            Object.entries({ ...resource.inputProperties, ...resource.properties })
                .filter(([, property]) => property.description === undefined)
                .map(([name]) => `${token}.${name}`),
        );
        expect([...undescribed, ...members]).toEqual([]);
    });

    it("uses no name that Pulumi keeps for itself", () => {
        // pulumi/pulumi 3.259 pkg/codegen/schema/bind.go: other languages get no SDK when one is used.
        const names = [...Object.keys(schema.resources), ...Object.keys(schema.types)].map((token) =>
            token.slice(token.lastIndexOf(":") + 1),
        );
        const members = [...Object.values(schema.resources), ...Object.values(schema.types)].flatMap(
            (object) => Object.keys({ ...object.inputProperties, ...object.properties }),
        );
        expect(names.filter((name) => ["provider", "pulumi"].includes(name.toLowerCase()))).toEqual([]);
        expect(members.filter((name) => ["pulumi", "urn"].includes(name))).toEqual([]);
    });

    it("leaves only the whole pod template and a whole affinity untyped", () => {
        expect(untyped().sort()).toEqual(["PlacementArgs.affinity", "WorkloadArgs.podTemplate"]);
    });
});

function isComponent(value: unknown): boolean {
    return typeof value === "function" && value.prototype instanceof ComponentResource;
}
