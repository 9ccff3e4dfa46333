/** The program and the second opinion say different things. */
export class Disagreement extends Error {}
