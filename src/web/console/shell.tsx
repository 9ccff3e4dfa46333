import './console.css'
import '../kit/shell.css'
import { useMutation } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Grid, Layout } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Switches } from '../kit/shell.tsx'
import { usePreferences } from '../preferences.tsx'
import { OwnEmergenciesLater } from '../shared/emergency/own-later.tsx'
import { useNameOf } from '../shared/names.ts'
import { useNotices } from '../shared/use-notices.ts'
import type { Language } from '../words/language.ts'
import { FindKey } from './find/find-key.tsx'
import { MenuGroups, MenuRow } from './menu/menu-groups.tsx'
import { Gate } from './session/gate.tsx'
import { mayDo, signOut, useAskAgain, useSignedIn } from './session/me.ts'
import { ConsoleTheme } from './theme.tsx'
import { useWords } from './words.ts'

/** On a phone everything but the type size folds away, so that the page begins where the window does. */
function FoldedMenu() {
  const { faces, notices } = useWords()
  const { menuButton, menuLabel } = faces.console
  const { pathname } = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const unread = useNotices().data?.unread ?? 0
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  // Wherever the menu led, it has done its work.
  const open = openAt === pathname
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    // It closes the menu and does nothing else on the page.
    event.preventDefault()
    setOpenAt(null)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus stands inside
    <div className="fold" onKeyDown={close}>
      <button
        ref={button}
        type="button"
        className="fold__button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpenAt(open ? null : pathname)}
      >
        {menuButton}
        {unread > 0 && <span className="fold__mark">{notices.unread(unread)}</span>}
      </button>
      <div id={id} className="fold__body" hidden={!open}>
        <nav aria-label={menuLabel}>
          <MenuGroups />
          <NoticesLink />
        </nav>
        <DistrictName />
        <WhoIAm />
      </div>
    </div>
  )
}

/** The way to the notices, and how many are unread. */
function NoticesLink() {
  const { notices, common } = useWords()
  const unread = useNotices().data?.unread ?? 0
  return (
    <Link to="/notices" className="desk__notices">
      {common.facts(notices.title, unread > 0 && notices.unread(unread))}
    </Link>
  )
}

/** Who sits at this desk, in which post, and the way out. */
function WhoIAm() {
  const { console: own, common } = useWords()
  const { session } = own
  const nameOf = useNameOf()
  const me = useSignedIn()
  const again = useAskAgain()
  const leave = useMutation({ mutationFn: signOut, onSettled: () => again.everything() })
  const post = me.posts[0]
  const lenders = [...new Set(me.posts.flatMap(({ lentBy }) => (lentBy === null ? [] : [lentBy.name])))]
  return (
    <div className="whoami">
      <span className="whoami__who">
        {me.account?.name}
        {post !== undefined && (
          <small>
            {common.facts(nameOf(post.unit ?? post.area), session.posts[post.kind])}
            {me.posts.length > 1 && session.morePosts(me.posts.length - 1)}
            {lenders.length > 0 && session.standsInFor(common.list(lenders))}
          </small>
        )}
      </span>
      <Link to="/account" className="whoami__account">
        {session.account}
      </Link>
      <button type="button" className="whoami__out" onClick={() => leave.mutate()}>
        {session.signOut}
      </button>
    </div>
  )
}

function DistrictName() {
  const { district } = useSignedIn()
  const nameOf = useNameOf()
  return <small>{nameOf(district)}</small>
}

/** As wide as the longest word of the menu, in px: a word that is cut off tells nobody where it leads. */
const menuWidth: Record<Language, number> = { zh: 176, en: 216 }

function Desk() {
  const { faces, common } = useWords()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  const wide = Grid.useBreakpoint().lg ?? true
  const { largeType, language } = usePreferences()
  const above = wide && largeType
  const aside = wide && !largeType
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])
  return (
    <Layout className="desk">
      <FindKey />
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <Layout.Header className="desk__head no-print">
        <span className="desk__names">
          <Link className="desk__name" to="/">
            {faces.console.name}
          </Link>
          {wide && <DistrictName />}
        </span>
        <div className="desk__reader">
          {wide && <NoticesLink />}
          {wide && <WhoIAm />}
          <Switches />
          {!wide && <FoldedMenu />}
        </div>
      </Layout.Header>
      {above && (
        <nav className="desk__above no-print" aria-label={faces.console.menuLabel}>
          <MenuRow />
        </nav>
      )}
      <Layout hasSider={aside}>
        {aside && (
          <Layout.Sider className="desk__side no-print" theme="light" width={menuWidth[language]}>
            <nav aria-label={faces.console.menuLabel}>
              <MenuGroups />
            </nav>
          </Layout.Sider>
        )}
        <main id="main" ref={main} tabIndex={-1} className="desk__main">
          {mayDo(useSignedIn(), 'case.see') && <OwnEmergenciesLater />}
          <Outlet />
        </main>
      </Layout>
    </Layout>
  )
}

export function ConsoleShell() {
  return (
    <ConsoleTheme>
      <Gate>
        <Desk />
      </Gate>
    </ConsoleTheme>
  )
}
