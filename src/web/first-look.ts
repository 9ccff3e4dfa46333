/**
 * Runs before the first paint, in a small script of its own that knows no other file (vite.config.ts writes it out):
 * sets language, type and theme on `<html>` as preferences.tsx will, and begins to fetch the words of that language,
 * so that a reader of large type or of the dark never sees the other flash.
 */
export function firstLook(wordsAt: { readonly zh: string; readonly en: string }): void {
  const page = document.documentElement
  const kept = (key: string): string | null => {
    try {
      return localStorage.getItem(key)
    } catch {
      // A private window keeps nothing: then the browser's own wishes hold.
      return null
    }
  }
  const preferred = kept('linli.language') ?? (navigator.languages ?? [navigator.language]).join()
  const language = /(?:^|,)(zh|en)(?![a-z])/i.exec(preferred)?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
  if (language === 'en') page.lang = 'en'
  if (kept('linli.type') === 'large') page.dataset.type = 'large'
  const theme = kept('linli.theme')
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme
  const words = document.createElement('link')
  words.rel = 'modulepreload'
  words.href = wordsAt[language]
  document.head.append(words)
}
