import './console.css'
import '../kit/shell.css'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Grid, Layout, Menu } from 'antd'
import { useEffect, useRef } from 'react'
import { Switches } from '../kit/shell.tsx'
import { useWords } from '../preferences.tsx'
import { ConsoleTheme } from './theme.tsx'

/** The console's pages in the order of its menu. */
const pages = ['home', 'screening', 'queue', 'matters', 'imports', 'areas', 'people'] as const

const addressOf = (page: (typeof pages)[number]): string => (page === 'home' ? '/' : `/${page}`)

function SideMenu() {
  const { menu } = useWords().faces.console
  const { pathname } = useLocation()
  const open = pages.find((page) => page !== 'home' && pathname.startsWith(addressOf(page))) ?? 'home'
  return (
    <Menu
      mode="inline"
      selectedKeys={[open]}
      items={pages.map((page) => ({ key: page, label: <Link to={addressOf(page)}>{menu[page]}</Link> }))}
    />
  )
}

/** The menu on a phone: a row to be pushed sideways. antd's folding menu hides links that the keyboard still reaches. */
function NarrowMenu() {
  const { menu } = useWords().faces.console
  return (
    <ul>
      {pages.map((page) => (
        <li key={page}>
          <Link to={addressOf(page)} activeOptions={{ exact: page === 'home' }}>
            {menu[page]}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Desk() {
  const { faces, common } = useWords()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  const wide = Grid.useBreakpoint().lg ?? true
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true })
    before.current = pathname
  }, [pathname])
  return (
    <Layout className="desk">
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <Layout.Header className="desk__head">
        <Link className="desk__name" to="/">
          {faces.console.name}
        </Link>
        <Switches />
      </Layout.Header>
      {!wide && (
        <nav className="desk__narrow" aria-label={faces.console.menuLabel}>
          <NarrowMenu />
        </nav>
      )}
      <Layout hasSider={wide}>
        {wide && (
          <Layout.Sider className="desk__side" theme="light" width={176}>
            <nav aria-label={faces.console.menuLabel}>
              <SideMenu />
            </nav>
          </Layout.Sider>
        )}
        <main id="main" ref={main} tabIndex={-1} className="desk__main">
          <Outlet />
        </main>
      </Layout>
    </Layout>
  )
}

export function ConsoleShell() {
  return (
    <ConsoleTheme>
      <Desk />
    </ConsoleTheme>
  )
}
