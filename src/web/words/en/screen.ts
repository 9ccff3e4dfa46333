import type { screenZh } from '../zh/screen.ts'

export const screenEn: typeof screenZh = {
  title: 'Command centre wall',
  signIn: 'You are not signed in',
  signInNext:
    'Sign in at the console first, then open the wall. Both use the same account, and the wall shows what that account may see.',
  toConsole: 'Sign in at the console',
  fullScreen: 'Full screen',
  dark: 'Dark',
  light: 'Light',
  map: 'Map of open cases',
  shadeBy: 'Shaded by',
  shades: { open: 'Open', late: 'Overdue', today: 'Accepted today' },
  legend: (most: number) => `The stronger the shade, the more; ${most} at the most`,
  legendNone: 'No part of this area can be shaded',
  here: (n: number) => `${n} here`,
  close: 'Close',
  cut: (n: number) => `The map shows the ${n} that are due first`,
  mapOld: 'The cases of the map could not be read just now; they are read again by themselves',
  notHere: 'The wall is for posts that see an area. What this account sees stands in the console.',
  console: 'To the console',
  up: 'Esc goes one level up',
}
