/**
 * Working minutes of one working day, by which days are said: eight hours (国务院关于职工工作时间的规定, article 3,
 * of 25 March 1995). Only the wording rests on it; deadlines are counted by the server from the district's office hours.
 */
export const minutesPerDay = 480
