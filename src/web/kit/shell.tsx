import './shell.css'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { usePreferences, useWords } from '../preferences.tsx'
import { useChooseLanguage } from './choose-language.ts'

/** Language and type size, always in reach: whoever cannot read the page must not have to read to change it. */
export function Switches() {
  const { language, words, largeType, setLargeType } = usePreferences()
  const chooseLanguage = useChooseLanguage()
  const { switches } = words.common
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="switches no-print">
      <button type="button" onClick={() => setLargeType(!largeType)}>
        {largeType ? switches.largeOff : switches.largeOn}
      </button>
      <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => chooseLanguage(other)}>
        {switches.otherLanguage}
      </button>
    </div>
  )
}

/** One tab at the foot of a phone page. */
export interface Tab {
  readonly to: string
  readonly label: string
}

export function FootTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} activeOptions={{ exact: tab.to === '/', includeSearch: false }}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface ShellProps {
  readonly name: string
  readonly tabs: { readonly label: string; readonly items: readonly Tab[] }
  /** Whether the page lays out more than one column where the window is wide enough. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of a phone page: skip link, name, switches, content, tabs. A new page takes the focus to its content. */
export function Shell({ name, tabs, wide = false, children }: ShellProps) {
  const { skip } = useWords().common
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className={wide ? 'shell shell--wide' : 'shell'}>
      <a className="skip" href="#main">
        {skip}
      </a>
      <header className="shell__head">
        <Link className="shell__name" to="/">
          {name}
        </Link>
        <Switches />
      </header>
      <main id="main" ref={main} tabIndex={-1} className="shell__main">
        {children}
      </main>
      <FootTabs label={tabs.label} tabs={tabs.items} />
    </div>
  )
}

/** The page's title in the browser, with Linli's name after it. */
export function useTitle(title: string): void {
  const { faces, common } = useWords()
  const whole = common.facts(title, faces.portal.name)
  useEffect(() => {
    document.title = whole
  }, [whole])
}
