import type { ComponentNeed } from "../fleet";
import type { Platform } from "../platform";
import { COMPONENT_NAMES, hasComponent } from "../platform";
import type { Sentence } from "./explanation";

/** What the cluster must have, and whether the platform says that it does. */
export function explainNeeds(needs: readonly ComponentNeed[], platform: Platform): Sentence[] {
    return needs.map(({ component, purpose }) => {
        const name = [COMPONENT_NAMES[component], purpose].filter((part) => part !== "").join(" ");
        return {
            topic: "needs",
            text: `Needs ${name}${answer(hasComponent(platform, component), component)}.`,
        };
    });
}

function answer(isThere: boolean | undefined, component: ComponentNeed["component"]): string {
    if (isThere === undefined) return `; platform.${component} does not say whether the cluster has it`;
    return isThere ? ", which the cluster has" : ", which the cluster does not have";
}
