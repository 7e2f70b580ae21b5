import type * as vscode from 'vscode';
import { features } from './features/features';
import { createServices } from './workspace/services';

/** Builds the services and registers the features, on the desktop and in the browser alike. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  // Disposed of in this order: the features stand on the services.
  context.subscriptions.push(...features.map((register) => register(services)), services);
}
