import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { Note } from "../messages";
import { report } from "./report";

/** Reports what could not be found out. */
export function note(found: Note): void {
    report({ kind: "note", note: found });
}

/** Says where a resource stands for others that only a provider can make of it. */
export function noteRegistration(request: RegisterResourceRequest, urn: string): void {
    const type = request.getType();
    const chart = request.getCustom() && type.startsWith("kubernetes:helm.sh/");
    if (!request.getRemote() && !chart) return;
    const maker = chart ? "Helm" : `the provider of ${type.split(":")[0] ?? type}`;
    note({
        subject: `${type} ${request.getName()}`,
        message: `not expanded: its resources are made by ${maker}, which does not run offline`,
        urn,
    });
}

/** Says that what a program reads from elsewhere is not known. */
export function noteRead(request: ReadResourceRequest, referenced: string): void {
    const stack = request.getType() === "pulumi:pulumi:StackReference";
    note({
        subject: stack ? referenced : `${request.getType()} ${request.getName()}`,
        message: stack
            ? "the outputs of this stack are taken as not known"
            : "is read from its provider: what the program does not state is taken as not known",
    });
}
