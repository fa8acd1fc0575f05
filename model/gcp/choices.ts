/** How GKE spreads new nodes over zones. */
export const GkeLocationPolicy = {
    /** Where there is room: unused reservations first, and for spot where it is least likely to be taken away. */
    Any: "ANY",
    /** Evenly, as far as there is room. */
    Balanced: "BALANCED",
} as const;
export type GkeLocationPolicy = (typeof GkeLocationPolicy)[keyof typeof GkeLocationPolicy];
