/**
 * How much is asked of a fleet. What is impossible is refused by all of them; of what is doubtful `dev` warns,
 * `standard` refuses what has a high or critical impact, and `strict` all but what has a low one.
 */
export const PROFILES = ["dev", "standard", "strict"] as const;
export type Profile = (typeof PROFILES)[number];

/** Whether a profile asks for what another one asks for first. */
export function includesProfile(profile: Profile, first: Profile): boolean {
    return PROFILES.indexOf(profile) >= PROFILES.indexOf(first);
}
