// The second frame follows the first picture.
requestAnimationFrame(() => requestAnimationFrame(() => window.__TAURI__.core.invoke("call")));
