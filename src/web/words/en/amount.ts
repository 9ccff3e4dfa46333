/** `3 rows`, `1 row`: an amount with its unit, for units whose plural takes an s. */
export const amountOf = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`
