/** Whether the window is a phone's now; known at once, where a hook would know it only after the first drawing. */
export const isNarrow = (): boolean => window.matchMedia('(max-width: 991px)').matches
