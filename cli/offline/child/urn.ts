const STACK = "pulumi:pulumi:Stack";

/** The type part of a URN with the types of its parents, `a:b:Outer$c:d:Inner`. */
function qualifiedType(urn: string): string {
    return urn.split("::")[2] ?? "";
}

/** The URN that Pulumi's engine gives to a resource. */
export function urnOf(project: string, stack: string, parent: string, type: string, name: string): string {
    const above = parent === "" ? STACK : qualifiedType(parent);
    return `urn:pulumi:${stack}::${project}::${above === STACK ? type : `${above}$${type}`}::${name}`;
}

/** The URN in a provider reference, which is `urn::id`. */
export function providerUrn(reference: string): string | undefined {
    return reference === "" ? undefined : reference.slice(0, reference.lastIndexOf("::"));
}
