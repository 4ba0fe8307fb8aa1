/** Why something that somebody asked for is not done, in a sentence for them. */
export class Refused extends Error {}
