import type * as vscode from 'vscode';
import { features } from './features/features';
import { createServices } from './workspace/services';

/** Builds the services and registers the features, on the desktop and in the browser alike. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices();
  // Disposed of in the reverse order: features stand on the services.
  context.subscriptions.push(services, ...features.map((register) => register(services)));
}
