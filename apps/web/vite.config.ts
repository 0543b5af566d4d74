import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = `http://127.0.0.1:${process.env["PORT"] ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  server: { host: "127.0.0.1", proxy: { "/trpc": server, "/files": server, "/documents": server } },
  build: {
    target: "es2022",
    outDir: "dist",
    modulePreload: { polyfill: false },
    // a font inside the style sheet is refused by the policy of contents: rare characters would have none
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: "tanstack", test: /node_modules[\\/]@(tanstack|trpc)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});
