import { readFileSync } from 'node:fs';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * The toolkit's dark theme hangs on a class only. This repeats its own declarations under `prefers-color-scheme`, so that readers
 * who chose nothing get what their system asks for, without a script.
 */
function systemDarkTheme(): Plugin {
  return {
    name: 'system-dark-theme',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/web/app/styles.css')) return null;
      const toolkit = readFileSync(
        new URL('node_modules/qc-trousse-sdg/dist/css/qc-sdg-no-grid.min.css', import.meta.url),
        'utf8',
      );
      const dark = /:root\.qc-dark-theme\{([^}]*)\}/.exec(toolkit)?.[1];
      if (!dark) throw new Error('The toolkit no longer declares its dark theme where it did.');
      return `${code}\n@media screen and (prefers-color-scheme: dark){:root.pc-auto-theme{${dark}}}`;
    },
  };
}

/**
 * The toolkit's fonts replace those of the device whenever they come, and lines move under the reader. Here they are used when they are there in time
 * (`optional`), which is from the second page on for someone on a slow network.
 */
function steadyFonts(): Plugin {
  return {
    name: 'steady-fonts',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const css = String(file.source);
        if (!css.includes('font-display:swap')) throw new Error('The toolkit no longer declares its fonts as it did.');
        file.source = css.replaceAll('font-display:swap', 'font-display:optional');
      }
    },
  };
}

export default defineConfig({
  cacheDir: '.data/vite',
  publicDir: 'web/public',
  plugins: [
    systemDarkTheme(),
    steadyFonts(),
    remix({
      appDirectory: 'web/app',
      buildDirectory: 'build/web',
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700, reportCompressedSize: false },
});
