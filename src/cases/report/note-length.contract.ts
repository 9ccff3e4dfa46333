/** As many characters as a paragraph of a report takes. Apart from its schema, so that pages take the number alone. */
export const mostNoted = 2000
