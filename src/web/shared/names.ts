import { type Name, nameIn } from '../../kernel/names.ts'
import { usePreferences } from '../preferences.tsx'

export { nameIn, placeIn } from '../../kernel/names.ts'

/** `name(unit)` in the reader's language. */
export function useNameOf(): (name: Name) => string {
  const { language } = usePreferences()
  return (name) => nameIn(language, name)
}
