/** Whether the manifests are what Kubernetes and its operators would take; without any of them. */
@NullMarked
package io.waymark.k8s;

import org.jspecify.annotations.NullMarked;
