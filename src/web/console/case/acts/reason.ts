export const REASON_MOST = 1000

/** Whether the server takes it as a reason. */
export const isReason = (text: string): boolean => text.trim().length >= 2 && text.length <= REASON_MOST
