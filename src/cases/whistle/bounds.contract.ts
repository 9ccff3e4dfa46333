/** Least and most of each number that a district's rules of whistles set: minutes, metres, days. */
export const whistleBounds = {
  signMinutes: [5, 1440],
  emergencySignMinutes: [5, 1440],
  contactMinutes: [5, 2880],
  emergencyContactMinutes: [5, 2880],
  reportLeastMinutes: [5, 10_080],
  reportMostMinutes: [5, 43_200],
  spotMetres: [20, 5000],
  rateDays: [1, 366],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>

export type WhistleBound = keyof typeof whistleBounds
