/// <reference types="vite/client" />

// antd's locales are ES modules that their package calls CommonJS; said here as they are.
declare module 'antd/es/locale/zh_CN.js' {
  import type { Locale } from 'antd/es/locale'

  const locale: Locale
  export default locale
}
declare module 'antd/es/locale/en_US.js' {
  import type { Locale } from 'antd/es/locale'

  const locale: Locale
  export default locale
}
