import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { type GroupKey, menuOf, openAtFirst, pageAt } from '../menu.ts'
import { useSignedIn } from '../session/me.ts'

/**
 * The groups of the menu, and which of them stand open: that of the present page whenever one comes to it, others as
 * the reader opens and folds them.
 */
export function useMenu() {
  const { pathname } = useLocation()
  const groups = menuOf(useSignedIn())
  const page = pageAt(groups, pathname)
  const at = groups.find(({ pages }) => pages.some(({ key }) => key === page))?.key ?? null
  const [shown, setShown] = useState<{ open: readonly GroupKey[]; at: GroupKey | null }>({
    open: openAtFirst(groups, page),
    at,
  })
  if (at !== shown.at) setShown({ open: at === null ? shown.open : [...shown.open, at], at })
  const turn = (group: GroupKey) =>
    setShown(({ open, at }) => ({
      open: open.includes(group) ? open.filter((one) => one !== group) : [...open, group],
      at,
    }))
  return { groups, page, at, isOpen: (group: GroupKey) => shown.open.includes(group), turn }
}
