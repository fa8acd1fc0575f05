import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ADMISSION_SHAPE } from "../../../model/admission";
import { INTERRUPTION_QUEUE_SHAPE, KARPENTER_SHAPE } from "../../../model/aws";
import type { Shape } from "../../../model/arguments";
import {
    GKE_COMPUTE_CLASS_SHAPE,
    GKE_KEDA_IDENTITY_SHAPE,
    GKE_SPOT_NODE_POOL_SHAPE,
} from "../../../model/gcp";
import { EKS_KEDA_IDENTITY_SHAPE } from "../../../model/aws/eks-keda-identity-shape";
import { EKS_SPOT_NODE_GROUP_SHAPE } from "../../../model/aws/eks-spot-node-group-shape";
import { POOL_SHAPE } from "../../../model/pool";
import { EKS_SCHEDULED_SHAPE, GKE_SCHEDULED_SHAPE, SCHEDULED_SHAPE } from "../../../model/scheduled";
import { TEAM_SHAPE } from "../../../model/team";
import { WARM_SHAPE } from "../../../model/warm";

interface TypeSpec {
    $ref?: string;
    type?: string;
    plain?: boolean;
    items?: TypeSpec;
    additionalProperties?: TypeSpec;
}

interface NamedType {
    properties?: Record<string, TypeSpec>;
    inputProperties?: Record<string, TypeSpec>;
    required?: string[];
    requiredInputs?: string[];
    enum?: { value: string }[];
}

const schema = JSON.parse(readFileSync(path.resolve(__dirname, "../../../plugin/schema.json"), "utf8")) as {
    resources: Record<string, NamedType>;
    types: Record<string, NamedType>;
};

/** The form of an argument in the words that both tables share. */
type Form = string | { group: Record<string, Form>; required: string[] } | { list: Form } | { map: Form };

function formOfSchema(spec: TypeSpec): Form {
    if (spec.$ref === "pulumi.json#/Any") return "data";
    if (spec.$ref !== undefined) return formOfType(spec.$ref.replace("#/types/", ""));
    if (spec.items !== undefined) return { list: formOfSchema(spec.items) };
    if (spec.additionalProperties !== undefined) return { map: formOfSchema(spec.additionalProperties) };
    return `${spec.plain === true ? "plain" : "input"} ${spec.type ?? ""}`;
}

function formOfType(token: string): Form {
    const type = schema.types[token] ?? {};
    if (type.enum !== undefined)
        return `choice ${type.enum
            .map(({ value }) => value)
            .sort()
            .join()}`;
    return formOfGroup(type.properties ?? {}, type.required ?? []);
}

function formOfGroup(members: Record<string, TypeSpec>, required: readonly string[]): Form {
    return {
        group: Object.fromEntries(Object.entries(members).map(([name, spec]) => [name, formOfSchema(spec)])),
        required: [...required].sort(),
    };
}

function formOfShape(shape: Shape): Form {
    switch (shape.kind) {
        case "group":
            return {
                group: Object.fromEntries(
                    Object.entries(shape.members).map(([name, member]) => [name, formOfShape(member)]),
                ),
                required: [...shape.required].sort(),
            };
        case "list":
            return { list: formOfShape(shape.of) };
        case "map":
            return { map: formOfShape(shape.of) };
        case "choice":
            return `choice ${[...shape.choices].sort().join()}`;
        case "integer":
        case "number":
            return "plain number";
        case "text":
            return "plain string";
        case "input":
            return "input string";
        case "boolean":
            return "plain boolean";
        case "data":
            return "data";
    }
}

const SHAPES: Readonly<Record<string, Shape>> = {
    AgentTeam: TEAM_SHAPE,
    AutoscaledAgentPool: POOL_SHAPE,
    AutoscalingAdmission: ADMISSION_SHAPE,
    EksKedaIdentity: EKS_KEDA_IDENTITY_SHAPE,
    EksScheduledScaler: EKS_SCHEDULED_SHAPE,
    EksSpotNodeGroup: EKS_SPOT_NODE_GROUP_SHAPE,
    GkeComputeClass: GKE_COMPUTE_CLASS_SHAPE,
    GkeKedaIdentity: GKE_KEDA_IDENTITY_SHAPE,
    GkeScheduledScaler: GKE_SCHEDULED_SHAPE,
    GkeSpotNodePool: GKE_SPOT_NODE_POOL_SHAPE,
    InterruptionQueue: INTERRUPTION_QUEUE_SHAPE,
    KarpenterNodePool: KARPENTER_SHAPE,
    ScheduledScaler: SCHEDULED_SHAPE,
    WarmCapacity: WARM_SHAPE,
};

it("knows the shape of every component that other languages are offered", () => {
    const offered = Object.keys(schema.resources).map((token) => token.split(":").at(-1));
    expect(offered.sort()).toEqual(Object.keys(SHAPES).sort());
});

it.each(Object.entries(SHAPES))(
    "checks exactly the arguments of %s that other languages are offered, in their form",
    (name, shape) => {
        const component = schema.resources[`agent-autoscaling:index:${name}`];
        expect(formOfShape(shape)).toEqual(
            formOfGroup(component?.inputProperties ?? {}, component?.requiredInputs ?? []),
        );
    },
);

it.each(Object.entries(SHAPES))(
    "knows every member of a set of %s of which exactly one must be given",
    (_, shape) => {
        const visit = (shape: Shape): string[] => {
            if (shape.kind === "list" || shape.kind === "map") return visit(shape.of);
            if (shape.kind !== "group") return [];
            const unknown = [...shape.required, ...shape.exactlyOne.flat()].filter(
                (name) => !Object.hasOwn(shape.members, name),
            );
            return [...unknown, ...Object.values(shape.members).flatMap(visit)];
        };
        expect(visit(shape)).toEqual([]);
    },
);
