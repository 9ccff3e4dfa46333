/** The last of a list, or undefined where it is empty: `.at(-1)` came with Chrome 92 and Safari 15.4. */
export const lastOf = <Item>(list: readonly Item[]): Item | undefined => list[list.length - 1]
