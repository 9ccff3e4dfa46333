import { Grid } from 'antd'
import { usePreferences } from '../preferences.tsx'

/** Whether wide tables and rows of choices have no room: a window narrower than a desk's, or large type in any. */
export function useLittleRoom(): boolean {
  const { largeType } = usePreferences()
  const wide = Grid.useBreakpoint().xl ?? true
  return largeType || !wide
}
