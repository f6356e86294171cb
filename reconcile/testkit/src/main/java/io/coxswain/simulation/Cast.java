package io.coxswain.simulation;

import io.coxswain.api.Kinds;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.node.NodeAgent;
import io.coxswain.node.NodeCapacity;
import io.coxswain.node.runtime.model.ModelRuntime;
import io.coxswain.resource.Kind;
import io.coxswain.scheduling.Profile;
import io.coxswain.scheduling.Scheduler;
import io.coxswain.value.Quantity;
import io.coxswain.workloads.Workloads;
import io.coxswain.workloads.garbage.GarbageCollector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The actors of a run. */
final class Cast {
    private static final NodeCapacity CAPACITY = new NodeCapacity(Quantity.of(8), Quantity.parse("16Gi"), 110);

    private final Simulation declared;
    private final World world;
    private final List<Actor> actors = new ArrayList<>();
    private final List<ManagerProgram> managers = new ArrayList<>();

    private Cast(Simulation declared, World world) {
        this.declared = declared;
        this.world = world;
    }

    static Cast of(Simulation declared, World world) {
        Cast cast = new Cast(declared, world);
        cast.controlPlane();
        cast.underTest();
        if (declared.hasPodModel()) {
            cast.actors.add(new Actor("pods", Actor.Role.CONTROL_PLANE, world, new PodModel()));
        }
        cast.nodes();
        return cast;
    }

    List<Actor> actors() {
        return actors;
    }

    List<ManagerProgram> managers() {
        return managers;
    }

    private void underTest() {
        int replicas = declared.replicas();
        for (int i = 1; i <= replicas && !declared.controllers().isEmpty(); i++) {
            manager(
                    replicas == 1 ? World.PRINCIPAL : World.PRINCIPAL + "-" + i,
                    Actor.Role.UNDER_TEST,
                    declared.controllers(),
                    replicas > 1,
                    null);
        }
        declared.programs()
                .forEach((name, program) -> actors.add(new Actor(name, Actor.Role.UNDER_TEST, world, program)));
    }

    private void controlPlane() {
        List<Kind<?>> kinds = kinds();
        if (declared.hasControlPlane()) {
            List<Kind<?>> all =
                    Kinds.builtin().with(kinds.toArray(Kind<?>[]::new)).list();
            manager(
                    "control-plane",
                    Actor.Role.CONTROL_PLANE,
                    Workloads.controllers(),
                    false,
                    (client, environment, manager) -> {
                        GarbageCollector garbage =
                                new GarbageCollector(client.async(), environment, manager.informers(), all);
                        Scheduler scheduler =
                                new Scheduler(client.async(), environment, manager.informers(), Profile.defaults());
                        return () -> {
                            garbage.start();
                            scheduler.start();
                        };
                    });
        } else if (declared.controllers().stream()
                .anyMatch(spec -> !spec.owned().isEmpty())) {
            manager(
                    "garbage",
                    Actor.Role.CONTROL_PLANE,
                    List.of(),
                    false,
                    (client, environment, manager) ->
                            new GarbageCollector(client.async(), environment, manager.informers(), kinds)::start);
        }
    }

    private List<Kind<?>> kinds() {
        Set<Kind<?>> kinds = new LinkedHashSet<>();
        declared.controllers().forEach(spec -> kinds.addAll(spec.kinds()));
        return List.copyOf(kinds);
    }

    private void manager(
            String name,
            Actor.Role role,
            List<ControllerSpec<?>> specs,
            boolean elected,
            ManagerProgram.@Nullable Companions companions) {
        ManagerProgram program = new ManagerProgram(world, specs, elected, companions);
        Actor actor = new Actor(name, role, world, program);
        program.playedBy(actor);
        actors.add(actor);
        managers.add(program);
    }

    private void nodes() {
        if (declared.nodes().isEmpty()) {
            return;
        }
        AddressBlock addresses = AddressBlock.unclaimed(80);
        for (String name : declared.nodes()) {
            actors.add(new Actor(name, Actor.Role.NODE, world, (client, environment) -> {
                ModelRuntime runtime = ModelRuntime.create(environment, declared.workers());
                NodeAgent agent = NodeAgent.builder(environment, client.async())
                        .name(name)
                        .runtime(runtime)
                        .prober(runtime)
                        .addresses(addresses)
                        .capacity(CAPACITY)
                        .build();
                var unused = agent.start();
            }));
        }
    }
}
