// What the browser keeps for its reader. Private windows and full phones refuse localStorage: then it is kept for
// this visit only, and nothing breaks.

const forThisVisit = new Map<string, string>()

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? forThisVisit.get(key) ?? null
  } catch {
    return forThisVisit.get(key) ?? null
  }
}

/** Keeps `value` under `key`; null forgets it. */
export function keep(key: string, value: string | null): void {
  if (value === null) forThisVisit.delete(key)
  else forThisVisit.set(key, value)
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Refused storage is the case that `forThisVisit` stands for.
  }
}
