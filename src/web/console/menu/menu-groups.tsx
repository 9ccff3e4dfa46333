import './menu.css'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { GroupKey, MenuGroup, MenuPage } from '../menu.ts'
import { GroupName, PageName } from './menu-name.tsx'
import { useMenu } from './use-menu.ts'

/** The menu below each other, beside the page and on a phone: groups that fold. A page that is alone needs no group. */
export function MenuGroups() {
  const { groups, page, isOpen, turn } = useMenu()
  return (
    <ul className="menu">
      {groups.map((group) => (
        <li key={group.key} className="menu__group">
          <Group group={group} page={page} open={isOpen(group.key)} onTurn={() => turn(group.key)} />
        </li>
      ))}
    </ul>
  )
}

interface GroupProps {
  readonly group: MenuGroup
  readonly page: MenuPage['key'] | null
  readonly open: boolean
  onTurn(): void
}

function Group({ group, page, open, onTurn }: GroupProps) {
  const id = useId()
  const [first, ...more] = group.pages
  if (first !== undefined && more.length === 0) return <PageLink to={first} page={page} />
  return (
    <>
      <button type="button" className="menu__head" aria-expanded={open} aria-controls={id} onClick={onTurn}>
        <span>
          <GroupName group={group} open={open} />
        </span>
      </button>
      <ul id={id} className="menu__pages" hidden={!open}>
        {group.pages.map((one) => (
          <li key={one.key}>
            <PageLink to={one} page={page} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PageLink({ to, page }: { to: MenuPage; page: MenuPage['key'] | null }) {
  return (
    <Link to={to.to} className="menu__page" aria-current={to.key === page ? 'page' : undefined}>
      <span>
        <PageName page={to.key} />
      </span>
    </Link>
  )
}

/**
 * In large type the menu stands above: beside the page it would cut its words and take a fifth of the width. A row of
 * groups, and below it the pages of the one that is open.
 */
export function MenuRow() {
  const { groups, page, at } = useMenu()
  const id = useId()
  const [turned, setTurned] = useState<{ open: GroupKey | null; at: GroupKey | null }>({ open: at, at })
  // Wherever one goes, the group of that page stands open.
  if (turned.at !== at) setTurned({ open: at, at })
  const shown = groups.find(({ key }) => key === turned.open)
  return (
    <>
      <ul className="menu-row">
        {groups.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              className="menu-row__head"
              aria-expanded={group.key === shown?.key}
              aria-controls={id}
              onClick={() => setTurned({ open: group.key === shown?.key ? null : group.key, at })}
            >
              <GroupName group={group} open={group.key === shown?.key} />
            </button>
          </li>
        ))}
      </ul>
      <ul id={id} className="menu-row" hidden={shown === undefined}>
        {shown?.pages.map((one) => (
          <li key={one.key}>
            <PageLink to={one} page={page} />
          </li>
        ))}
      </ul>
    </>
  )
}
